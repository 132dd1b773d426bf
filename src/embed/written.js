// Arguments as JSON. Not by JSON.stringify alone: a host may have given its lists a `toJSON`.
function written(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  const parts = [];
  const list = Array.isArray(value);
  for (const key of Object.keys(value)) parts.push(list ? written(value[key]) : `${JSON.stringify(key)}:${written(value[key])}`);
  return list ? `[${parts.join()}]` : `{${parts.join()}}`;
}

export { written };
