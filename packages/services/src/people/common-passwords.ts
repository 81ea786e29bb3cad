/**
 * What the commonest passwords are made of, in lower case. A password is compared without its digits and signs,
 * so `Password2026!!` is `password`, and `welcomewelcome` is `welcome` twice.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `abc abcd access admin administrator administrateur adminadmin amour anonymous apple azerty baseball batman
  bienvenue bonjour changeme chocolat computer dragon doudou entreprise facebook football france freedom google
  hello hockey iloveyou jetaime juillet letmein liverpool loulou love master michael microsoft monkey motdepasse
  mustang nicolas ninja office ordinateur pass passw passwd password passe pokemon princess princesse private
  processor qazwsx qwerty qwertz ropewalk secret security securite september septembre shadow soleil starwars
  summer sunshine superman trustno user utilisateur welcome whatever winter`.split(/\s+/),
)

/** Rows of keys and counting: a password that lies within one of them, forwards or backwards, is refused. */
export const runs: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8i9j0',
]
