using BedrockGateway.Infra.Tests.Packaging;

namespace BedrockGateway.Infra.Tests.Settings;

public sealed class GatewaySettingsTests
{
    [Fact]
    public void NothingGiven_TakesTheDefaults() =>
        Assert.Equal(new GatewaySettings(), GatewaySettings.Read(_ => null, BuildHostTests.Linux));

    [Fact]
    public void EmptyValues_CountAsNotGiven() =>
        Assert.Equal(new GatewaySettings(), GatewaySettings.Read(_ => " ", BuildHostTests.Linux));

    [Fact]
    public void Limits_AreTaken() => Assert.Equal(
        new GatewaySettings
        {
            StackName = "Team-7",
            ThrottleRateLimit = 0.5,
            ThrottleBurstLimit = 5000,
            QuotaLimit = int.MaxValue,
            QuotaPeriod = QuotaPeriod.Month,
            PublicRateLimit = 10_000,
            PublicBurstLimit = 1,
            AccountsMegabytes = 128,
            ModelsMegabytes = 10_240,
            PreSignupMegabytes = 256,
            AllowedModels = "anthropic.*,us.amazon.nova-lite-v1:0,application-inference-profile/a?",
            AccountsTimeoutSeconds = 1,
            ModelsTimeoutSeconds = 28,
            ModelAliases = """{"fast":["amazon.nova-lite-v1:0","amazon.nova-micro-v1:0"],"gpt-4o":"us.a"}""",
            DefaultGuardrail = "arn:aws:bedrock:eu-west-1:123456789012:guardrail/a1b2c3d4e5f6:DRAFT",
            PreSignupTimeoutSeconds = 4,
        },
        Read(
            ("STACK_NAME", "Team-7"),
            ("API_THROTTLE_RATE_LIMIT", "0.5"),
            ("API_THROTTLE_BURST_LIMIT", "5000"),
            ("API_QUOTA_LIMIT", "2147483647"),
            ("API_QUOTA_PERIOD", "MONTH"),
            ("PUBLIC_RATE_LIMIT", "10000"),
            ("PUBLIC_BURST_LIMIT", "1"),
            ("MEMORY_ACCOUNTS", "128"),
            ("MEMORY_MODELS", "10240"),
            ("MEMORY_PRE_SIGNUP", "256"),
            ("ALLOWED_MODELS", "anthropic.*, us.amazon.nova-lite-v1:0 ,anthropic.*,application-inference-profile/a?"),
            ("TIMEOUT_ACCOUNTS", "1"),
            ("TIMEOUT_MODELS", "28"),
            (
                "MODEL_ALIASES",
                """
                { "fast": ["amazon.nova-lite-v1:0", "amazon.nova-micro-v1:0"], "gpt-4o": "us.a" }
                """),
            ("DEFAULT_GUARDRAIL", "arn:aws:bedrock:eu-west-1:123456789012:guardrail/a1b2c3d4e5f6:DRAFT"),
            ("TIMEOUT_PRE_SIGNUP", "4")));

    [Fact]
    public void Addresses_AreTaken() => Assert.Equal(
        new GatewaySettings
        {
            StageName = "v1_2",
            CorsOrigins = "https://app.example.com,http://localhost:3000",
            CustomDomain = "gateway.example.com",
            CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd",
            EnableWaf = true,
            WafRateLimit = 10,
        },
        Read(
            ("STAGE_NAME", "v1_2"),
            ("CORS_ORIGINS", "HTTPS://App.example.com, http://localhost:3000,https://app.example.com"),
            ("CUSTOM_DOMAIN", "Gateway.Example.COM"),
            ("CERTIFICATE_ARN", "arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd"),
            ("ENABLE_WAF", "True"),
            ("WAF_RATE_LIMIT", "10")));

    [Fact]
    public void Users_AreTaken()
    {
        Assert.Equal(
            new GatewaySettings
            {
                OrganizationDomain = "example.com,*.example.org",
                AutoConfirmDomain = false,
                PreventUserExistenceErrors = true,
                RetainUsers = false,
                SelfSignUp = false,
                AdminEmails = "ann@example.com,zoe@example.com",
                AccessTokenMinutes = 5,
                IdTokenMinutes = 1440,
                RefreshTokenMinutes = 5_256_000,
                EmailFrom = "Bedrock Gateway <gateway@example.com>",
                EmailIdentityArn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
            },
            Read(
                ("ORGANIZATION_DOMAIN", "@Example.COM, *.example.org,example.com"),
                ("AUTO_CONFIRM_DOMAIN", "false"),
                ("PREVENT_USER_EXISTENCE_ERRORS", "True"),
                ("RETAIN_USERS", "false"),
                ("SELF_SIGN_UP", "false"),
                ("ADMIN_EMAILS", "Ann@Example.com, zoe@example.com,ann@example.com"),
                ("ACCESS_TOKEN_MINUTES", "5"),
                ("ID_TOKEN_MINUTES", "1440"),
                ("REFRESH_TOKEN_MINUTES", "5256000"),
                ("EMAIL_FROM", "Bedrock Gateway <gateway@example.com>"),
                ("EMAIL_IDENTITY_ARN", "arn:aws:ses:eu-west-1:123456789012:identity/example.com")));
        Assert.Equal(
            new GatewaySettings { UserPoolId = "us-gov-west-1_aB3dE5gH7" },
            Read(("USER_POOL_ID", "us-gov-west-1_aB3dE5gH7")));
    }

    [Fact]
    public void LogsAndAlarms_AreTaken() => Assert.Equal(
        new GatewaySettings
        {
            LogRetentionDays = 3653,
            ExecutionLogLevel = ExecutionLogLevel.Info,
            ApiGatewayLogRole = ApiGatewayLogRole.Existing,
            AlarmEmail = "operations@example.com",
            AlarmErrorPercent = 100,
            AlarmLatencySeconds = 29,
            AlarmRefusedRequests = 1,
            AccountConcurrency = 10,
            OtlpEndpoint = "https://collector.example.com:4318/otlp",
        },
        Read(
            ("LOG_RETENTION_DAYS", "3653"),
            ("EXECUTION_LOG_LEVEL", "INFO"),
            ("API_GATEWAY_LOG_ROLE", "existing"),
            ("ALARM_EMAIL", "operations@example.com"),
            ("ALARM_ERROR_PERCENT", "100"),
            ("ALARM_LATENCY_SECONDS", "29"),
            ("ALARM_REFUSED_REQUESTS", "1"),
            ("ACCOUNT_CONCURRENCY", "10"),
            ("OTLP_ENDPOINT", "https://collector.example.com:4318/otlp")));

    [Fact]
    public void LongestStackName_LeavesRoomForTheFunctionNames() =>
        Assert.True(new FunctionNames(new string('a', 50)).PreSignup.Length <= 64);

    private static GatewaySettings Read(params (string Name, string Value)[] given) =>
        GatewaySettings.Read(name => given.FirstOrDefault(setting => setting.Name == name).Value, BuildHostTests.Linux);
}
