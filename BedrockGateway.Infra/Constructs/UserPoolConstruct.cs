using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The user pool, made or adopted, and its one client: the e-mail address is the user name, people sign themselves up.
/// </summary>
internal sealed class UserPoolConstruct : Construct
{
    /// <summary>Custom attribute with the user's API key; the client never writes it.</summary>
    /// <remarks>It may read it, unless <c>KEY_IN_TOKEN</c> says no.</remarks>
    private const string ApiKeyAttribute = "api_key";

    public UserPoolConstruct(Construct scope, string id, IFunction? preSignup, GatewaySettings settings)
        : base(scope, id)
    {
        Pool = settings.UserPoolId is { } poolId ? Adopt(poolId, preSignup) : Make(preSignup, settings);
        Client = Pool.AddClient("Client", ClientOptions(settings));

        // Who closes their account is in it until they are removed.
        _ = new CfnUserPoolGroup(this, "Closed", new CfnUserPoolGroupProps
        {
            GroupName = "closed",
            UserPoolId = Pool.UserPoolId,
        });
    }

    public IUserPool Pool { get; }

    public UserPoolClient Client { get; }

    private UserPool Make(IFunction? preSignup, GatewaySettings settings)
    {
        var pool = new UserPool(this, "Pool", PoolProps(preSignup, settings));
        var resource = (CfnUserPool)pool.Node.DefaultChild!;
        resource.EmailConfiguration = Sender(settings);
        if (preSignup is not null)
        {
            // The permission of the other trigger covers this one: same pool, same function.
            resource.AddPropertyOverride("LambdaConfig.PreTokenGeneration", preSignup.FunctionArn);
        }

        return pool;
    }

    // Its trigger, if it has one, is entered in the pool already and lacks only the permission to call the function.
    private IUserPool Adopt(string poolId, IFunction? preSignup)
    {
        var pool = UserPool.FromUserPoolId(this, "Pool", poolId);
        preSignup?.AddPermission("PreSignUpCognito", new Permission
        {
            Principal = new ServicePrincipal("cognito-idp.amazonaws.com"),
            SourceArn = pool.UserPoolArn,
        });
        return pool;
    }

    private static UserPoolProps PoolProps(IFunction? preSignup, GatewaySettings settings) => new()
    {
        SignInAliases = new SignInAliases { Username = true },
        SignInCaseSensitive = false,
        SelfSignUpEnabled = settings.SelfSignUp,
        AutoVerify = new AutoVerifiedAttrs { Email = true },
        AccountRecovery = AccountRecovery.EMAIL_ONLY,
        DeletionProtection = settings.RetainUsers,
        RemovalPolicy = settings.RetainUsers ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
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
        // For who sets an authenticator app up; nobody must.
        Mfa = Mfa.OPTIONAL,
        MfaSecondFactor = new MfaSecondFactor { Otp = true, Sms = false },
        LambdaTriggers = preSignup is null ? null : new UserPoolTriggers { PreSignUp = preSignup },
    };

    private CfnUserPool.EmailConfigurationProperty? Sender(GatewaySettings settings)
    {
        if (settings.EmailFrom is not { } sender)
        {
            return null;
        }

        var stack = Stack.Of(this);
        var domain = sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..].TrimEnd('>');
        return new()
        {
            EmailSendingAccount = "DEVELOPER",
            From = sender,
            SourceArn = settings.EmailIdentityArn
                ?? $"arn:{stack.Partition}:ses:{stack.Region}:{stack.Account}:identity/{domain}",
        };
    }

    private static UserPoolClientOptions ClientOptions(GatewaySettings settings) => new()
    {
        AuthFlows = new AuthFlow { UserPassword = true },
        DisableOAuth = true,
        GenerateSecret = false,
        // By default the contract's texts tell an unknown user from a wrong password.
        PreventUserExistenceErrors = settings.PreventUserExistenceErrors,
        AccessTokenValidity = Duration.Minutes(settings.AccessTokenMinutes),
        IdTokenValidity = Duration.Minutes(settings.IdTokenMinutes),
        RefreshTokenValidity = Duration.Minutes(settings.RefreshTokenMinutes),
        ReadAttributes = Readable(settings),
        WriteAttributes = new ClientAttributes()
            .WithStandardAttributes(new StandardAttributesMask { Email = true, Fullname = true }),
    };

    // Tokens tell what their client may read.
    private static ClientAttributes Readable(GatewaySettings settings)
    {
        var standard = new ClientAttributes().WithStandardAttributes(
            new StandardAttributesMask { Email = true, EmailVerified = true, Fullname = true });
        return settings.KeyInToken ? standard.WithCustomAttributes(ApiKeyAttribute) : standard;
    }
}
