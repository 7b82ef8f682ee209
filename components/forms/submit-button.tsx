"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "../ui/button";

/** Submits the form around it. While that runs it says so and ignores further presses; it keeps the focus. */
export const SubmitButton = ({
  pendingLabel,
  children,
  variant = "primary",
  ...rest
}: ComponentProps<typeof Button> & { pendingLabel: string }) => {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {pending ? pendingLabel : children}
    </Button>
  );
};
