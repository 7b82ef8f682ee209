import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions, errorResponse, guardSignIn } from "@/lib/http";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = async (request: NextRequest, context: Context): Promise<Response> => {
  try {
    await guardSignIn(request);
    return await NextAuth(request as never, context as never, authOptions());
  } catch (error) {
    return errorResponse(error);
  }
};

export { handle as GET, handle as POST };
