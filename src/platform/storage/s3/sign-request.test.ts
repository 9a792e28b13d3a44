import { expect, test } from "vitest";
import { authorizationOf, encodePath, sha256, stampOf, type Unsigned } from "./sign-request.ts";

// The examples that Amazon publishes: “Signature Calculations for the Authorization Header” of the S3 API.
const keys = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const at = stampOf(Date.UTC(2013, 4, 24));
function signatureOf(given: Partial<Unsigned>): string | undefined {
  const payload = given.payload ?? EMPTY;
  const headers = {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": payload,
    "x-amz-date": at,
    ...given.headers,
  };
  const asked = { method: "GET", path: "/", query: {}, payload, ...given, headers };
  return authorizationOf(asked, keys, "us-east-1").split("Signature=")[1];
}

test("the published examples have the published signatures", () => {
  expect(at).toBe("20130524T000000Z");
  expect(signatureOf({ path: "/test.txt", headers: { range: "bytes=0-9" } })).toBe(
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  );
  expect(
    signatureOf({
      method: "PUT",
      path: encodePath("/test$file.text"),
      headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
      payload: sha256("Welcome to Amazon S3."),
    }),
  ).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  expect(signatureOf({ query: { lifecycle: "" } })).toBe(
    "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  );
  expect(signatureOf({ query: { prefix: "J", "max-keys": "2" } })).toBe(
    "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  );
});
