import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

type ButtonProps = ComponentProps<"button"> & ButtonLook;

/** A button with a word on it. `type` is "button" unless said otherwise. */
export const Button = ({ variant, size, wide, className, type = "button", ...rest }: ButtonProps) => (
  <button type={type} className={buttonClass(look(variant, size, wide), false, className)} {...rest} />
);

/** A square button that holds only an icon; the label is its name. */
export const IconButton = ({
  label,
  variant = "ghost",
  size,
  wide: _,
  className,
  type = "button",
  ...rest
}: ButtonProps & { label: string }) => (
  <button
    type={type}
    aria-label={label}
    title={label}
    className={buttonClass(look(variant, size), true, className)}
    {...rest}
  />
);

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook & { square?: boolean; children: ReactNode };

/** A link that looks like a button. */
export const ButtonLink = ({ variant, size, wide, square = false, className, ...rest }: ButtonLinkProps) => (
  <Link className={buttonClass(look(variant, size, wide), square, className)} {...rest} />
);

const look = (variant: ButtonLook["variant"], size: ButtonLook["size"], wide?: boolean): ButtonLook => ({
  ...(variant && { variant }),
  ...(size && { size }),
  ...(wide && { wide }),
});
