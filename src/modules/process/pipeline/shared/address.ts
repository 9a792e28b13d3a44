import { readWebAddress } from "../../../../shared/text/web-address.ts";

/** Whether people may be sent there: an https address without a name and password in it. */
export function isSecureAddress(url: string): boolean {
  const address = readWebAddress(url);
  return address?.protocol === "https:" && address.username === "" && address.password === "";
}
