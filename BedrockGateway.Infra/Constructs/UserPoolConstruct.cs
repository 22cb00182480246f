using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The user pool and its one client: the e-mail address is the user name, people sign themselves up.</summary>
internal sealed class UserPoolConstruct : Construct
{
    /// <summary>Custom attribute with the user's API key; the client may read it and never write it.</summary>
    private const string ApiKeyAttribute = "api_key";

    public UserPoolConstruct(Construct scope, string id, IFunction? preSignup)
        : base(scope, id)
    {
        Pool = new UserPool(this, "Pool", PoolProps(preSignup));
        Client = Pool.AddClient("Client", ClientOptions());
    }

    public UserPool Pool { get; }

    public UserPoolClient Client { get; }

    private static UserPoolProps PoolProps(IFunction? preSignup) => new()
    {
        SignInAliases = new SignInAliases { Username = true },
        SignInCaseSensitive = false,
        SelfSignUpEnabled = true,
        AutoVerify = new AutoVerifiedAttrs { Email = true },
        AccountRecovery = AccountRecovery.EMAIL_ONLY,
        StandardAttributes = new StandardAttributes
        {
            Email = new StandardAttribute { Required = true, Mutable = true },
            Fullname = new StandardAttribute { Required = false, Mutable = true },
        },
        CustomAttributes = new Dictionary<string, ICustomAttribute>
        {
            [ApiKeyAttribute] = new StringAttribute(new StringAttributeProps { Mutable = true }),
        },
        PasswordPolicy = new PasswordPolicy
        {
            MinLength = 8,
            RequireDigits = true,
            RequireLowercase = true,
            RequireUppercase = true,
            RequireSymbols = true,
        },
        LambdaTriggers = preSignup is null ? null : new UserPoolTriggers { PreSignUp = preSignup },
    };

    private static UserPoolClientOptions ClientOptions() => new()
    {
        AuthFlows = new AuthFlow { UserPassword = true },
        DisableOAuth = true,
        GenerateSecret = false,
        // The contract's texts tell an unknown user from a wrong password.
        PreventUserExistenceErrors = false,
        RefreshTokenValidity = Duration.Hours(1),
        ReadAttributes = new ClientAttributes()
            .WithStandardAttributes(
                new StandardAttributesMask { Email = true, EmailVerified = true, Fullname = true })
            .WithCustomAttributes(ApiKeyAttribute),
        WriteAttributes = new ClientAttributes()
            .WithStandardAttributes(new StandardAttributesMask { Email = true, Fullname = true }),
    };
}
