import { apiPath, request } from "./request.ts";

export interface FileInfo {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly media_type?: string;
}
export async function uploadFile(
  file: File,
  key: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<FileInfo> {
  const form = new FormData();
  for (const [name, value] of Object.entries(extra)) form.set(name, value);
  form.set("file", file, file.name);
  return (await request<{ data: FileInfo }>("/files", { method: "POST", body: form, key })).data;
}
export const fileUrl = (id: string): string => apiPath(`/files/${id}/content`);
