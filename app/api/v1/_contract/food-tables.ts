import { z } from "zod";
import { anyId, clientId } from "@/lib/fields";
import { addedTable, addTableInput, foodTableView, uploadQuery } from "@/lib/foodtables/schemas";
import { operation } from "@/lib/http";
import { gone, id, page } from "./shapes";

/** The food tables of the server: everybody sees them, administrators change them. */
export const foodTables = {
  listFoodTables: operation({
    method: "get",
    path: "/food-tables",
    summary: "The food tables of this server, with edition, publisher, licence and citation",
    access: "read",
    area: "foods",
    responses: { 200: { description: "The tables, the built-in ones first", body: page(foodTableView) } },
  }),

  uploadFoodTable: operation({
    method: "put",
    path: "/food-tables/uploads/{id}",
    summary:
      "Upload one file of an official release, as an administrator; the client makes the id of the upload, one for all files of a table",
    access: "write",
    area: "server",
    params: id(clientId),
    query: uploadQuery,
    upload: "At most 200 MiB",
    responses: { 204: { description: "Kept for an hour, until a table is made of it", body: null } },
  }),

  addFoodTable: operation({
    method: "post",
    path: "/food-tables",
    summary:
      "Make a food table of an upload and install it, as an administrator; a table that is not right throughout is refused whole",
    access: "write",
    area: "server",
    body: addTableInput,
    responses: {
      200: { description: "The same table was there already", body: addedTable },
      201: { description: "Added", body: addedTable },
    },
  }),

  removeFoodTable: operation({
    method: "delete",
    path: "/food-tables/{version}",
    summary:
      "Remove an installed food table, as an administrator; what was logged of its foods keeps its amounts",
    access: "write",
    area: "server",
    params: z.object({ version: anyId }),
    responses: { 204: gone },
  }),
};
