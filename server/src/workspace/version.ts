/** The version that the bundler writes in; from source there is none. */
declare const PLANWRIGHT_VERSION: string | undefined;

export const VERSION = typeof PLANWRIGHT_VERSION === 'string' ? PLANWRIGHT_VERSION : '0.0.0';
