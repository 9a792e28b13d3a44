import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { request } from "../../../ui/data/request.ts";
import { ME } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { DoorPage } from "./DoorPage.tsx";
import { doorTexts } from "./door.messages.ts";
import { useDoorForm } from "./use-door-form.ts";

/** An invited person chooses a password and is inside. */
export function InvitationPage() {
  const { t } = useLanguage();
  const { token = "" } = useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const { errors, busy, submit } = useDoorForm(["password"]);
  const path = `/invitations/${encodeURIComponent(token)}`;
  const invited = useQuery({
    queryKey: ["invitation", token],
    retry: false,
    queryFn: async () => (await request<{ data: { name: string; login: string; company: string } }>(path)).data,
  });
  if (invited.isPending) return <Skeleton rows={3} />;
  if (invited.isError) return <Failure error={invited.error} />;
  const { name, company, login } = invited.data;
  const enter = () =>
    submit({ password }, async () => {
      await request(path, { method: "POST", body: { password } });
      await client.resetQueries({ queryKey: ME });
      await navigate("/", { replace: true });
    });
  return (
    <DoorPage title={t(doorTexts.invited, { name, company })} lead={t(doorTexts.invitedLead, { login })}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <input hidden readOnly autoComplete="username" value={login} />
        <Labelled label={t(doorTexts.newPassword)} error={errors["password"] ?? errors[""]} hint={t(doorTexts.passwordHint)}>
          {({ id, describedBy, invalid }) => (
            <Input.Password
              id={id}
              size="large"
              autoFocus
              autoComplete="new-password"
              value={password}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Labelled>
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(doorTexts.enter)}
        </Button>
      </form>
    </DoorPage>
  );
}
