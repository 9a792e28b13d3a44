import { createContext } from "react";

/**
 * Inside of something that is itself a button: links are shown as text, since a button in a button cannot be
 * reached by everyone.
 */
export const PlainLinks = createContext(false);
