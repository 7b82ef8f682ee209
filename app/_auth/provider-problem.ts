import { signUpState } from "@/lib/access";
import { providerName } from "@/lib/http";

const NOT_OPEN = {
  open: "",
  invitation: "this server takes new accounts by invitation",
  domain: "this server takes new accounts with addresses of some domains only",
  closed: "this server takes no new accounts",
} as const;

/**
 * What went wrong on the way to the provider and back, in words.
 * @param error as a sign-in leads here with it
 * @returns null for what is not of the provider.
 */
export const providerProblem = async (error: string): Promise<string | null> => {
  const name = providerName() ?? "The provider";
  switch (error) {
    case "OAuthSignin":
      return `${name} does not answer. Try again later, or sign in another way.`;
    case "OAuthCallback":
    case "Callback":
      return `Signing in with ${name} did not work: it was cancelled, took too long, or ${name} does not answer. Nothing was changed; try again.`;
    case "identity_unverified":
      return `${name} does not confirm an e-mail address of yours, so no account can be made with it. If you have an account, sign in to it and link ${name} in the settings.`;
    case "identity_closed":
      return `There is no account with your address, and ${NOT_OPEN[(await signUpState()).mode] || "none can be made"}. Ask whoever runs it.`;
    case "identity_meanwhile":
      return "An account with your address was made just now. Try again.";
    case "identity_issuer":
      return `Another provider than ${name} answered. Whoever runs this server has to look at its settings.`;
    case "identity_signed_out":
      return "You were signed out meanwhile. Nothing was changed.";
    case "identity_taken":
      return `This account at ${name} is linked to another account here already. Nothing was changed.`;
    case "identity_unproven":
      return `${name} did not confirm that it is you: it was another account there, or it did not ask you again.`;
    case "unavailable":
      return "The server could not do this just now. Try again in a moment.";
    default:
      return null;
  }
};
