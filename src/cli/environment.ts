/** The environment as the process was given it, `.env` included. */
export type Environment = Readonly<Record<string, string | undefined>>;
