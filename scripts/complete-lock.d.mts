type Package = { version?: string; optionalDependencies?: Record<string, string>; dev?: boolean };
export declare function systemOf(name: string): { cpu: string[]; libc?: string[]; os?: string[] } | null;
export declare function missingFrom(
  packages: Record<string, Package>,
): { name: string; version: string; parent: string }[];
