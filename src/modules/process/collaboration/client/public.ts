export { CollaboratorPage } from "./CollaboratorPage.tsx";
