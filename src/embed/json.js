// JSON of a value. JSON.stringify alone would call a `toJSON` that a host has added to arrays.
function toJson(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  const parts = [];
  const list = Array.isArray(value);
  for (const key of Object.keys(value)) parts.push(list ? toJson(value[key]) : `${JSON.stringify(key)}:${toJson(value[key])}`);
  return list ? `[${parts.join()}]` : `{${parts.join()}}`;
}

export { toJson };
