import { AppError } from "@/lib/errors";
import { errorResponse } from "@/lib/http";

const answer = () =>
  errorResponse(new AppError("not_found", "There is no such call. See /api/v1/openapi.json."));

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
