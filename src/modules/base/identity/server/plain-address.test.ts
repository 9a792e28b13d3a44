import { expect, it } from "vitest";
import { isNetwork, plainAddress } from "./plain-address.ts";

it.for<[string, string]>([
  ["10.0.0.7", "10.0.0.7"],
  ["::ffff:10.0.0.7", "10.0.0.7"],
  ["::FFFF:10.0.0.7", "10.0.0.7"],
  ["2001:db8::1", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  // Six bytes of an IPv6 address are no IPv4 address, although they begin alike.
  ["::ffff:a00:7", "::ffff:a00:7"],
])("%s is compared as %s", ([given, compared]) => {
  expect(plainAddress(given)).toBe(compared);
});

it.for(["", "unknown", "10.0.0", "10.0.0.256", "10.0.0.7:443", "10.0.0.0/8"])(
  "“%s” is no address, and so stands in no network",
  (given) => {
    expect(plainAddress(given)).toBeNull();
  },
);

it.for([
  "10.1.0.0/16",
  "10.1.2.3",
  "10.1.2.3/32",
  "0.0.0.0/0",
  "2001:db8::/32",
  "2001:db8::1",
  "::/0",
  "::1/128",
])("“%s” is a network", (given) => {
  expect(isNetwork(given)).toBe(true);
});

it.for([
  "",
  "office",
  "10.1.0.0/33",
  "10.1.0.0/",
  "10.1.0.0/-1",
  "10.1.0.0/8.0",
  "10.1.0.0/ 8",
  "10.1.0.0/16/16",
  "10.1/16",
  "2001:db8::/129",
  "fe80::1%eth0",
  "fe80::%eth0/64",
])("“%s” is no network", (given) => {
  expect(isNetwork(given)).toBe(false);
});
