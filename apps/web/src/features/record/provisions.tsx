export const Provisions = ({
  provisions,
  editing,
}: {
  provisions: readonly string[]
  editing?: string
}) => (
  <p className="prov">
    {provisions.map((provision) => (
      <span key={provision}>{provision}</span>
    ))}
    {editing && <span>{editing}</span>}
  </p>
)
