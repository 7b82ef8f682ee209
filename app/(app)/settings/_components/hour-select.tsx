import { Select } from "@/components/ui/inputs";

/** "07:00" */
const formatHour = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The choice of a local hour, 0 to 23. */
export const HourSelect = ({ hour, onHour }: { hour: number; onHour: (hour: number) => void }) => (
  <Select value={hour} onChange={(event) => onHour(Number(event.target.value))} className="max-w-40">
    {HOURS.map((at) => (
      <option key={at} value={at}>
        {formatHour(at)}
      </option>
    ))}
  </Select>
);
