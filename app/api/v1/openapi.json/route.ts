import { openApiDocument } from "@/lib/http";
import { operations } from "../_contract";

const document = openApiDocument(operations);

export const GET = () => Response.json(document);
