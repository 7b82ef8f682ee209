export declare function findChromium(): Promise<string | null>;
export declare function provideChromium(): Promise<string | null>;
export declare function findPostgresql(): Promise<string | null>;
export declare function providePostgresql(): Promise<string | null>;
