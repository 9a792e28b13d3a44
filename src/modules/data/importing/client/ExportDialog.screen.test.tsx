import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { readExportAllowance } from "../../../../shared/wire/export-allowance.contract.ts";
import { exportFile, exportLater } from "../../../../shared/wire/exports.contract.ts";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { ExportDialog } from "./ExportDialog.tsx";

function open(left: number | null = null) {
  answers(readExportAllowance, { data: { rows: null, daily: left, used: 0, left } });
  const onClose = vi.fn();
  const user = show(
    <ExportDialog
      object={objectInfo("contact")}
      filter='title == "Buyer"'
      columns={["name", "title"]}
      onClose={onClose}
    />,
  );
  return { user, onClose };
}
const go = () => screen.findByRole("button", { name: "Export" });

it("takes the columns that are shown and the condition of the list", async () => {
  const asked = answers(exportLater, { id: idNo(80) });
  const { user, onClose } = open();
  await user.click(await screen.findByRole("radio", { name: "Columns shown" }));
  await user.click(screen.getByRole("checkbox", { name: /In the background/ }));
  await user.dblClick(await go());
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(asked.map(({ body }) => body)).toEqual([
    { object: "contact", format: "xlsx", filter: 'title == "Buyer"', fields: ["name", "title"] },
  ]);
});

it("what limits leave of today is said before", async () => {
  open(250);
  expect(await screen.findByText(/250/)).toBeTruthy();
});

it("a refused export says why and leaves the dialog open", async () => {
  answers(exportFile, refusal(403, "forbidden", { detail: "Your rows of today are used up" }));
  const { user, onClose } = open();
  await user.click(await go());
  expect((await screen.findByRole("alert")).textContent).toBe("Your rows of today are used up");
  expect(onClose).not.toHaveBeenCalled();
});
