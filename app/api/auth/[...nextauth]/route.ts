import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { openSampleAccount } from "@/lib/diary";
import { authOptions, errorResponse, guardSignIn, readAuthRequest } from "@/lib/http";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = async (incoming: NextRequest, context: Context): Promise<Response> => {
  try {
    const { request, fields } = await readAuthRequest(incoming);
    await guardSignIn(request, fields);
    return await NextAuth(request as never, context as never, authOptions(openSampleAccount));
  } catch (error) {
    return errorResponse(error);
  }
};

export { handle as GET, handle as POST };
