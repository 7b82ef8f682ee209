export declare const engines: readonly ["sqlite", "postgresql"];
export declare function schemaFor(model: string, engine: (typeof engines)[number]): string;
export declare function isFresh(): boolean;
export declare function generate(): boolean;
