/** What a form's action answers: nothing yet, or what was wrong, as a sentence and by field. */
export type FormState = {
  readonly ok?: boolean;
  readonly message?: string;
  readonly fields?: { readonly [name: string]: string };
};

/** The error of one field, or undefined. Nested fields are named by their path: "amount.grams". */
export const fieldError = (state: FormState | null | undefined, name: string): string | undefined =>
  state?.fields && Object.hasOwn(state.fields, name) ? state.fields[name] : undefined;
