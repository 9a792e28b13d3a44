/** An ISO 4217 code that this runtime knows. */
export const isCurrency = (value: unknown): value is string =>
  typeof value === "string" && Intl.supportedValuesOf("currency").includes(value);
