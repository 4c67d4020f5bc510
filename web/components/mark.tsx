/** The sign of the application; a picture only, its name stands beside it. */
export function Mark({ size }: { size: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" />;
}
