export declare const root: string;
export declare const next: string;
export declare class Stop extends Error {}
export declare function say(text: string): void;
export declare function withoutTelemetry(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export declare function buildIsFresh(): boolean;
export declare function loadSettingsFile(): void;
/** Runs a script from the project's root; a Stop ends it with one line and a non-zero exit code. */
export function main(work: () => Promise<void>): Promise<void>;
/** Time since an instant of `performance.now()`: "1.2 s". */
export function seconds(since: number): string;
