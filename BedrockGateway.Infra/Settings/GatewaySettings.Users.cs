using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <content>The user pool: who may register, tokens, mail, and what becomes of users.</content>
public sealed partial record GatewaySettings
{
    private const int MinutesOfADay = 24 * 60;

    private const int MinutesOfTenYears = 3650 * MinutesOfADay;

    private const string Address = @"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}";

    /// <summary>
    /// The only e-mail domains that may register. Without one, any address may, and confirms itself with the mailed
    /// code.
    /// </summary>
    [AddressDomainsSetting("ORGANIZATION_DOMAIN")]
    public string? OrganizationDomain { get; init; }

    /// <summary>
    /// Whether users of <c>ORGANIZATION_DOMAIN</c> need no mailed code, which proves nothing about their mailboxes.
    /// </summary>
    [SwitchSetting("AUTO_CONFIRM_DOMAIN")]
    public bool AutoConfirmDomain { get; init; } = true;

    /// <summary>
    /// Whether replies hide if an address has an account. Registration then answers without the key, which is in the
    /// ID token.
    /// </summary>
    [SwitchSetting("PREVENT_USER_EXISTENCE_ERRORS")]
    public bool PreventUserExistenceErrors { get; init; }

    /// <summary>Whether people register themselves. Otherwise administrators invite them.</summary>
    [SwitchSetting("SELF_SIGN_UP")]
    public bool SelfSignUp { get; init; } = true;

    /// <summary>
    /// Addresses of the first administrators, separated by commas: each is one as soon as a mailed code or password has
    /// proved the mailbox. See docs/accounts.md.
    /// </summary>
    [AddressesSetting("ADMIN_EMAILS")]
    public string? AdminEmails { get; init; }

    /// <summary>Whether the user pool is protected from deletion and stays when the stack goes.</summary>
    [SwitchSetting("RETAIN_USERS")]
    public bool RetainUsers { get; init; } = true;

    /// <summary>A retained pool that the stack takes over instead of making one.</summary>
    [PatternSetting("USER_POOL_ID", "[a-z]{2}(-[a-z]+)+-[0-9]_[A-Za-z0-9]{1,45}",
        "the id of a user pool, such as eu-west-1_aB3dE5gH7")]
    public string? UserPoolId { get; init; }

    /// <summary>
    /// Whether ID tokens carry the user's API key. Without, it is shown once, when it is made.
    /// </summary>
    [SwitchSetting("KEY_IN_TOKEN")]
    public bool KeyInToken { get; init; } = true;

    /// <summary>Minutes until an access token expires.</summary>
    [WholeNumberSetting("ACCESS_TOKEN_MINUTES", 5, MinutesOfADay)]
    public int AccessTokenMinutes { get; init; } = 60;

    /// <summary>Minutes until an ID token, which the gateway asks for, expires.</summary>
    [WholeNumberSetting("ID_TOKEN_MINUTES", 5, MinutesOfADay)]
    public int IdTokenMinutes { get; init; } = 60;

    /// <summary>Minutes until a refresh token expires, and a person logs in again.</summary>
    [WholeNumberSetting("REFRESH_TOKEN_MINUTES", 60, MinutesOfTenYears)]
    public int RefreshTokenMinutes { get; init; } = 60;

    /// <summary>
    /// Sender of the pool's mails, through Amazon SES. Without one Cognito sends them itself, 50 a day at most.
    /// </summary>
    [PatternSetting("EMAIL_FROM", $"{Address}|[A-Za-z0-9][A-Za-z0-9 .'-]* <{Address}>",
        "an address such as gateway@example.com or Bedrock Gateway <gateway@example.com>")]
    public string? EmailFrom { get; init; }

    /// <summary>
    /// SES identity that <c>EMAIL_FROM</c> is verified under. Without one, the sender's domain in the stack's Region.
    /// </summary>
    [PatternSetting("EMAIL_IDENTITY_ARN", "arn:aws[a-z-]*:ses:[a-z0-9-]+:[0-9]{12}:identity/[A-Za-z0-9.@_+-]+",
        "the ARN of an SES identity, such as arn:aws:ses:eu-west-1:123456789012:identity/example.com")]
    public string? EmailIdentityArn { get; init; }
}
