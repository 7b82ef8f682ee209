export declare const root: string;
export declare const next: string;
export declare class Stop extends Error {}
export declare function say(text: string): void;
export declare function withoutTelemetry(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export declare function buildIsFresh(): boolean;
export declare function loadSettingsFile(): void;
