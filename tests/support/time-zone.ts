/** The IANA name of a time zone in which it is this hour now. @param hour from 0 to 23 */
export const zoneWhereItIs = (hour: number): string => {
  const difference = hour - new Date().getUTCHours();
  // There is a zone for each whole hour from 11 behind UTC to 12 ahead of it.
  const ahead = difference < -11 ? difference + 24 : difference > 12 ? difference - 24 : difference;
  // Their names count the other way round: Etc/GMT-8 is 8 h ahead.
  return ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
};
