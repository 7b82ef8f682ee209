import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { openSampleAccount } from "@/lib/diary";
import { answerAuth, answerAuthError, authOptions, readAuthRequest } from "@/lib/http";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = async (incoming: NextRequest, context: Context): Promise<Response> => {
  try {
    const { request } = await readAuthRequest(incoming);
    return await answerAuth(request, () =>
      NextAuth(request as never, context as never, authOptions(openSampleAccount)),
    );
  } catch (error) {
    return answerAuthError(incoming, error);
  }
};

export { handle as GET, handle as POST };
