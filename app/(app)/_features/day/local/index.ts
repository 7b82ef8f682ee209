// A day as the browser draws it by itself. The room's other entry reads it on the server.
export { DayBoard } from "../day-board";
