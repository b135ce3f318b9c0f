namespace FineTune.Core.Datasets.Facts;

/// <summary>How many values of each kind of personal data a text holds.</summary>
internal record struct PersonalData
{
    public int Emails { get; set; }

    public int Phones { get; set; }

    public int Cards { get; set; }

    public int Ibans { get; set; }

    public int SocialSecurityNumbers { get; set; }

    public readonly bool IsNone => (Emails | Phones | Cards | Ibans | SocialSecurityNumbers) == 0;

    public void Add(PersonalDataKind kind)
    {
        switch (kind)
        {
            case PersonalDataKind.Email:
                Emails++;
                break;
            case PersonalDataKind.Phone:
                Phones++;
                break;
            case PersonalDataKind.Card:
                Cards++;
                break;
            case PersonalDataKind.Iban:
                Ibans++;
                break;
            default:
                SocialSecurityNumbers++;
                break;
        }
    }

    public void Add(in PersonalData other)
    {
        Emails += other.Emails;
        Phones += other.Phones;
        Cards += other.Cards;
        Ibans += other.Ibans;
        SocialSecurityNumbers += other.SocialSecurityNumbers;
    }
}
