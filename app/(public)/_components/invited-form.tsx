"use client";

import { useLinkSecret } from "./link-secret";
import { SignUpForm } from "./sign-up-form";

/** The form to make an account by an invitation. */
export const InvitedForm = () => {
  const invitation = useLinkSecret();
  if (invitation === "") return <p>The link is not whole. Open it again as you were sent it.</p>;
  return <SignUpForm invitation={invitation ?? ""} />;
};
