import { NothingHere } from "@/components/layout/nothing-here";

/** Inside the signed-in area the frame stays, and with it the ways on. */
export default function NotFound() {
  return <NothingHere />;
}
