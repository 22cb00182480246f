using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;

namespace BedrockGateway.LocalAws.Tests.Iam;

/// <summary>Who is held to policies, and where a role's policies come from.</summary>
public sealed class EnforcementTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OtherKeys_AreTheAccountItself()
    {
        await using var lab = await FunctionLab.StartAsync();

        Assert.Null(await RefusalAsync(lab, new BasicAWSCredentials("any", "any")));
    }

    [Fact]
    public async Task SettingOff_HoldsNobody()
    {
        await using var lab = await FunctionLab.StartAsync(enforce: false);

        Assert.Null(await RefusalAsync(lab));
    }

    [Theory]
    [InlineData(""","ManagedPolicyArns":[{"Ref":"Managed"}]""", "AWS::IAM::ManagedPolicy", "")]
    [InlineData("", "AWS::IAM::ManagedPolicy", ""","Roles":["lab-role"]""")]
    [InlineData("", "AWS::IAM::Policy", ""","Roles":["lab-role"],"PolicyName":"p" """)]
    public async Task PolicyOfItsOwn_CountsWhereItIsAttached(string role, string type, string attachment)
    {
        await using var lab = await FunctionLab.StartAsync(
            role: role,
            resources: $$$"""
                ,"Managed":{"Type":"{{{type}}}",
                "Properties":{"PolicyDocument":{"Statement":{{{Everything}}}}{{{attachment}}}}}
                """);

        Assert.Null(await RefusalAsync(lab));
    }

    [Fact]
    public async Task PolicyAttachedToAnother_DoesNotCount()
    {
        await using var lab = await FunctionLab.StartAsync(
            resources: $$$"""
                ,"Policy":{"Type":"AWS::IAM::Policy",
                "Properties":{"PolicyName":"p","PolicyDocument":{"Statement":{{{Everything}}}},"Roles":["other"]}}
                """);

        Assert.Equal("AccessDeniedException", (await RefusalAsync(lab))?.ErrorCode);
    }

    [Fact]
    public async Task ChangedPolicy_CountsAtOnce()
    {
        await using var lab = await FunctionLab.StartAsync(Everything);
        Assert.Null(await RefusalAsync(lab));

        await lab.UpdateAsync("""{"Effect":"Allow","Action":"s3:*","Resource":"*"}""");

        Assert.Equal("AccessDeniedException", (await RefusalAsync(lab))?.ErrorCode);
    }

    [Fact]
    public async Task UnknownManagedPolicy_IsRefusedByName()
    {
        await using var lab = await FunctionLab.StartAsync(
            role: ""","ManagedPolicyArns":["arn:aws:iam::aws:policy/AdministratorAccess"]""");

        var fault = await RefusalAsync(lab);

        Assert.Equal(HttpStatusCode.NotImplemented, fault?.StatusCode);
        Assert.Equal(
            "LocalAws does not emulate iam:managed policy arn:aws:iam::aws:policy/AdministratorAccess.",
            fault?.Message);
    }

    [Fact]
    public async Task FunctionThatIsGone_IsNotRecognized()
    {
        await using var lab = await FunctionLab.StartAsync(Everything);
        await lab.DeleteAsync();

        var fault = await RefusalAsync(lab);

        Assert.Equal(
            (HttpStatusCode.Forbidden, "UnrecognizedClientException"), (fault?.StatusCode, fault?.ErrorCode));
        Assert.Equal("The security token included in the request is invalid.", fault?.Message);
    }

    [Fact]
    public async Task Denial_HasItsMessageUnderAwssCapitalM()
    {
        await using var lab = await FunctionLab.StartAsync();
        using var http = new HttpClient { BaseAddress = lab.Aws.Endpoint };
        var key = lab.Aws.CredentialsOf(FunctionLab.Function).AccessKeyId;
        var scope = $"{key}/20260102/us-east-1/apigateway/aws4_request";
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0");

        using var reply = await http.GetAsync(new Uri("/usageplans?limit=1", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(
            $$"""
            {"Message":"User: {{FunctionLab.Session}} is not authorized to perform: apigateway:GET on resource: \
            arn:aws:apigateway:us-east-1::/usageplans because no identity-based policy allows the \
            apigateway:GET action"}
            """.Replace("\\\n", "", StringComparison.Ordinal),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Credentials_AreOfOneFunctionAndTheSameEachTime()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: Token);

        var credentials = aws.CredentialsOf("f");

        Assert.Equal(credentials, aws.CredentialsOf("f"));
        Assert.Equal(credentials.AccessKeyId, $"{credentials}");
        Assert.NotEqual(credentials, aws.CredentialsOf("g"));
        Assert.Throws<ArgumentException>(() => aws.CredentialsOf("no name"));
    }

    [Fact]
    public void CommandLine_TurnsItOff()
    {
        Assert.True(LocalAwsCommandLine.TryParse([], out var options, out _));
        Assert.True(options.EnforcePolicies);
        Assert.True(LocalAwsCommandLine.TryParse(["--enforce-policies", "false"], out options, out _));
        Assert.False(options.EnforcePolicies);
        Assert.False(LocalAwsCommandLine.TryParse(["--enforce-policies", "no"], out _, out var problem));
        Assert.StartsWith("'--enforce-policies no' is not understood.", problem, StringComparison.Ordinal);
    }

    private static async Task<AmazonAPIGatewayException?> RefusalAsync(
        FunctionLab lab, AWSCredentials? credentials = null)
    {
        using var gateway = new AmazonAPIGatewayClient(
            credentials ?? lab.Credentials, lab.Configure(new AmazonAPIGatewayConfig()));
        try
        {
            await gateway.GetApiKeysAsync(new GetApiKeysRequest(), Token);
            return null;
        }
        catch (AmazonAPIGatewayException refusal)
        {
            return refusal;
        }
    }
}
