import { NothingHere } from "@/components/ui/placeholders";

/** Inside the signed-in area the frame stays, and with it the ways on. */
export default function NotFound() {
  return <NothingHere />;
}
