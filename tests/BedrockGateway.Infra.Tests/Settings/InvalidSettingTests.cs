namespace BedrockGateway.Infra.Tests.Settings;

/// <summary>Every wrong value gives one sentence.</summary>
public sealed class InvalidSettingTests
{
    private const string Rate = "a number of requests per second above 0, at most 10000";
    private const string Burst = "a whole number from 1 to 5000";
    private const string MailDomain =
        "up to 20 domains such as example.com, @example.com or *.example.com (all below it), in ASCII, "
        + "separated by commas";
    private const string Domain = "a domain such as gateway.example.com, in ASCII";
    private const string Certificate =
        "the ARN of a certificate, such as arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd";

    private const string Name = "1 to 50 letters, digits and hyphens, a letter first";
    private const string Stage = "1 to 128 letters, digits and underscores, no underscore first";
    private const string Origins =
        "* or origins such as https://app.example.com, separated by commas, without a path or a slash at the end";

    private const string Models =
        "at most 20 ids of models or inference profiles, with * and ? as wildcards, separated by commas, such as "
        + "anthropic.claude-*,eu.amazon.nova-lite-v1:0,application-inference-profile/a1b2c3d4e5f6, "
        + "in at most 1000 characters";

    private const string Aliases =
        "a JSON object of names and ids of models or lists of ids, such as "
        + "{\"gpt-4o\":\"us.anthropic.claude-sonnet-4-6\",\"fast\":[\"amazon.nova-lite-v1:0\"]}, "
        + "in at most 2000 characters";

    private const string Guardrail =
        "the id or ARN of a guardrail and its version, such as a1b2c3d4e5f6:1 or a1b2c3d4e5f6:DRAFT";

    private const string Sender = "an address such as gateway@example.com or Bedrock Gateway <gateway@example.com>";
    private const string Identity =
        "the ARN of an SES identity, such as arn:aws:ses:eu-west-1:123456789012:identity/example.com";

    private const string Addresses =
        "up to 10 addresses such as ann@example.com, separated by commas, in ASCII and of at most 128 characters each";

    private const string Days =
        "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653";

    [Theory]
    [InlineData("API_THROTTLE_RATE_LIMIT", "0", Rate)]
    [InlineData("API_THROTTLE_RATE_LIMIT", "1,5", Rate)]
    [InlineData("API_THROTTLE_RATE_LIMIT", "-1", Rate)]
    [InlineData("API_THROTTLE_RATE_LIMIT", "NaN", Rate)]
    [InlineData("API_THROTTLE_RATE_LIMIT", "10000.1", Rate)]
    [InlineData("API_THROTTLE_BURST_LIMIT", "2.5", Burst)]
    [InlineData("API_THROTTLE_BURST_LIMIT", "5001", Burst)]
    [InlineData("API_QUOTA_LIMIT", "0", "a whole number from 1 to 2147483647")]
    [InlineData("API_QUOTA_LIMIT", "many", "a whole number from 1 to 2147483647")]
    [InlineData("API_QUOTA_PERIOD", "day", "DAY, WEEK or MONTH")]
    [InlineData("API_QUOTA_PERIOD", "YEAR", "DAY, WEEK or MONTH")]
    [InlineData("PUBLIC_RATE_LIMIT", "fast", Rate)]
    [InlineData("PUBLIC_BURST_LIMIT", "0", Burst)]
    [InlineData("STACK_NAME", "7up", Name)]
    [InlineData("STACK_NAME", "a23456789-123456789-123456789-123456789-123456789-1", Name)]
    [InlineData("STAGE_NAME", "v1-2", Stage)]
    [InlineData("STAGE_NAME", "_local", Stage)]
    [InlineData("STAGE_NAME", "v1/prod", Stage)]
    [InlineData("CORS_ORIGINS", "app.example.com", Origins)]
    [InlineData("CORS_ORIGINS", "https://app.example.com/", Origins)]
    [InlineData("CORS_ORIGINS", "https://app.example.com,", Origins)]
    [InlineData("CORS_ORIGINS", "*,https://app.example.com", Origins)]
    [InlineData("CORS_ORIGINS", "https://*.example.com", Origins)]
    [InlineData("CORS_ORIGINS", "https://a.example.com'", Origins)]
    [InlineData("CUSTOM_DOMAIN", "@example.com", Domain)]
    [InlineData("CUSTOM_DOMAIN", "https://gateway.example.com", Domain)]
    [InlineData("CERTIFICATE_ARN", "1234-abcd", Certificate)]
    [InlineData("CERTIFICATE_ARN", "arn:aws:iam::123456789012:server-certificate/a", Certificate)]
    [InlineData("ENABLE_WAF", "yes", "true or false")]
    [InlineData("WAF_RATE_LIMIT", "9", "a whole number from 10 to 2000000000")]
    [InlineData("ALLOWED_MODELS", "a,,b", Models)]
    [InlineData("ALLOWED_MODELS", "anthropic claude", Models)]
    [InlineData("ALLOWED_MODELS", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0", Models)]
    [InlineData("ALLOWED_MODELS", "inference-profile/us.amazon.nova-lite-v1:0", Models)]
    [InlineData("ALLOWED_MODELS", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", Models)]
    [InlineData("LAMBDA_PACKAGE", "Native", "native, managed or none")]
    [InlineData("LAMBDA_ARCH", "amd64", "x86_64 or arm64")]
    [InlineData("MEMORY_ACCOUNTS", "127", "a whole number from 128 to 10240")]
    [InlineData("MEMORY_MODELS", "10241", "a whole number from 128 to 10240")]
    [InlineData("MEMORY_PRE_SIGNUP", "512MB", "a whole number from 128 to 10240")]
    [InlineData("TIMEOUT_ACCOUNTS", "30", "a whole number from 1 to 29")]
    [InlineData("TIMEOUT_MODELS", "0", "a whole number from 1 to 900")]
    [InlineData("TIMEOUT_MODELS", "901", "a whole number from 1 to 900")]
    [InlineData("MODEL_ALIASES", "gpt-4o=amazon.nova-lite-v1:0", Aliases)]
    [InlineData("MODEL_ALIASES", "{}", Aliases)]
    [InlineData("MODEL_ALIASES", "[\"amazon.nova-lite-v1:0\"]", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"fast\":[]}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"fast\":null}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"fast\":{\"a\":\"b\"}}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"fast\":[\"a\",1]}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"fast\":\"no model\"}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"\":\"amazon.nova-lite-v1:0\"}", Aliases)]
    [InlineData("MODEL_ALIASES", "{\"a\":\"b\",\"a\":\"c\"}", Aliases)]
    [InlineData("DEFAULT_GUARDRAIL", "a1b2c3d4e5f6", Guardrail)]
    [InlineData("DEFAULT_GUARDRAIL", "a1b2c3d4e5f6:0", Guardrail)]
    [InlineData("DEFAULT_GUARDRAIL", "a1b2c3d4e5f6:draft", Guardrail)]
    [InlineData("DEFAULT_GUARDRAIL", "arn:aws:bedrock:eu-west-1:123456789012:model/a1b2c3d4e5f6:1", Guardrail)]
    [InlineData("TIMEOUT_PRE_SIGNUP", "6", "a whole number from 1 to 5")]
    public void OfTheApi_IsRefusedWithNameValueAndWhatIsAllowed(string name, string value, string allowed) =>
        AssertRefused(name, value, allowed);

    [Theory]
    [InlineData("ORGANIZATION_DOMAIN", "example", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "a@example.com", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "@@example.com", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "exämple.com", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "example.com.", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "example.com,", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "*.*.example.com", MailDomain)]
    [InlineData("ORGANIZATION_DOMAIN", "*", MailDomain)]
    [InlineData("AUTO_CONFIRM_DOMAIN", "yes", "true or false")]
    [InlineData("PREVENT_USER_EXISTENCE_ERRORS", "on", "true or false")]
    [InlineData("RETAIN_USERS", "0", "true or false")]
    [InlineData("SELF_SIGN_UP", "no", "true or false")]
    [InlineData("ADMIN_EMAILS", "ann", Addresses)]
    [InlineData("ADMIN_EMAILS", "ann@example.com;zoe@example.com", Addresses)]
    [InlineData("ADMIN_EMAILS", "ann@example.com,", Addresses)]
    [InlineData("ADMIN_EMAILS", "änn@example.com", Addresses)]
    [InlineData("ADMIN_EMAILS", "@example.com", Addresses)]
    [InlineData("USER_POOL_ID", "aB3dE5gH7", "the id of a user pool, such as eu-west-1_aB3dE5gH7")]
    [InlineData("ACCESS_TOKEN_MINUTES", "4", "a whole number from 5 to 1440")]
    [InlineData("ID_TOKEN_MINUTES", "1441", "a whole number from 5 to 1440")]
    [InlineData("REFRESH_TOKEN_MINUTES", "59", "a whole number from 60 to 5256000")]
    [InlineData("EMAIL_FROM", "gateway", Sender)]
    [InlineData("EMAIL_FROM", "Gateway gateway@example.com", Sender)]
    [InlineData("EMAIL_IDENTITY_ARN", "example.com", Identity)]
    [InlineData("LOG_RETENTION_DAYS", "31", Days)]
    [InlineData("EXECUTION_LOG_LEVEL", "DEBUG", "OFF, ERROR or INFO")]
    [InlineData("API_GATEWAY_LOG_ROLE", "CREATE", "create, existing or none")]
    [InlineData("ALARM_EMAIL", "Ops <ops@example.com>", "an address such as operations@example.com")]
    [InlineData("ALARM_ERROR_PERCENT", "0", "a whole number from 1 to 100")]
    [InlineData("ALARM_LATENCY_SECONDS", "901", "a whole number from 1 to 900")]
    [InlineData("ALARM_REFUSED_REQUESTS", "0", "a whole number from 1 to 2147483647")]
    [InlineData("ACCOUNT_CONCURRENCY", "1000001", "a whole number from 1 to 1000000")]
    [InlineData("OTLP_ENDPOINT", "localhost:4318", "an address such as http://localhost:4318")]
    [InlineData("OTLP_ENDPOINT", "http://user:password@example.com", "an address such as http://localhost:4318")]
    public void OfUsersAndLogs_IsRefusedWithNameValueAndWhatIsAllowed(string name, string value, string allowed) =>
        AssertRefused(name, value, allowed);

    [Theory]
    [InlineData(
        "CUSTOM_DOMAIN=gateway.example.com",
        "CUSTOM_DOMAIN is 'gateway.example.com' and CERTIFICATE_ARN is not set; a domain of your own needs both.")]
    [InlineData(
        "CERTIFICATE_ARN=arn:aws:acm:eu-west-1:123456789012:certificate/a",
        "CERTIFICATE_ARN is 'arn:aws:acm:eu-west-1:123456789012:certificate/a' and CUSTOM_DOMAIN is not set; "
        + "a domain of your own needs both.")]
    [InlineData(
        "EMAIL_IDENTITY_ARN=arn:aws:ses:eu-west-1:123456789012:identity/example.com",
        "EMAIL_IDENTITY_ARN is 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' and EMAIL_FROM is not set; "
        + "an identity sends from an address.")]
    [InlineData(
        "EMAIL_FROM=gateway@example.com USER_POOL_ID=eu-west-1_aB3dE5gH7",
        "EMAIL_FROM is 'gateway@example.com' and USER_POOL_ID is 'eu-west-1_aB3dE5gH7'; "
        + "an adopted pool keeps the sender that it has.")]
    [InlineData(
        "ID_TOKEN_MINUTES=120 REFRESH_TOKEN_MINUTES=90",
        "ID_TOKEN_MINUTES is '120' and REFRESH_TOKEN_MINUTES is '90'; "
        + "Cognito takes no token that outlives the refresh token.")]
    [InlineData(
        "ACCESS_TOKEN_MINUTES=61",
        "ACCESS_TOKEN_MINUTES is '61' and REFRESH_TOKEN_MINUTES is '60'; "
        + "Cognito takes no token that outlives the refresh token.")]
    [InlineData(
        "EXECUTION_LOG_LEVEL=INFO API_GATEWAY_LOG_ROLE=none",
        "EXECUTION_LOG_LEVEL is 'INFO' and API_GATEWAY_LOG_ROLE is 'none'; "
        + "without a role API Gateway cannot write a log.")]
    public void ValuesThatExcludeEachOther_AreRefusedWithBoth(string given, string sentence)
    {
        var refusal = Assert.Throws<InvalidSettingException>(() => Read(given));

        Assert.Equal(sentence, refusal.Message);
    }

    [Theory]
    [InlineData("API_GATEWAY_LOG_ROLE=none")]
    [InlineData("API_GATEWAY_LOG_ROLE=none EXECUTION_LOG_LEVEL=OFF")]
    public void NoLogRole_GoesWithADefaultOrNoLevel(string given) =>
        Assert.Equal(ApiGatewayLogRole.None, Read(given).ApiGatewayLogRole);

    private static GatewaySettings Read(string given)
    {
        var values = given.Split(' ').Select(setting => setting.Split('=')).ToDictionary(at => at[0], at => at[1]);
        return GatewaySettings.Read(values.GetValueOrDefault);
    }

    private static void AssertRefused(string name, string value, string allowed)
    {
        var refusal = Assert.Throws<InvalidSettingException>(
            () => GatewaySettings.Read(asked => asked == name ? value : null));

        Assert.Equal($"{name} is '{value}'; allowed is {allowed}.", refusal.Message);
    }
}
