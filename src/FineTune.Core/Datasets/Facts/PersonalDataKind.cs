namespace FineTune.Core.Datasets.Facts;

/// <summary>A kind of personal data that is looked for.</summary>
internal enum PersonalDataKind : byte
{
    Email,

    Phone,

    Card,

    Iban,

    SocialSecurityNumber,
}
