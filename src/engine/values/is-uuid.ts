const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whether a given value is an id as records have it. */
export const isUuid = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
