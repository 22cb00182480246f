using Amazon.CloudFormation.Model;
using BedrockGateway.AppHost.Unenforced;
using BedrockGateway.Infra;

namespace BedrockGateway.AppHost;

/// <summary>What is printed once everything answers: addresses, outputs, and the lines to try.</summary>
internal static class WelcomeText
{
    /// <param name="aws">What runs.</param>
    /// <param name="target">What it works on.</param>
    /// <param name="outputs">Outputs of the stack.</param>
    /// <param name="settings">Who may register, and what registration answers.</param>
    /// <param name="unenforced">What is not checked.</param>
    public static string Of(
        LocalAws.LocalAws aws,
        AwsTarget target,
        IReadOnlyCollection<Output> outputs,
        GatewaySettings settings,
        UnenforcedReport unenforced)
    {
        var gateway = $"http://localhost:{aws.Gateway.Port}/{ValueOf(outputs, "StageName")}";
        var endpoint = (target.Endpoint ?? aws.Endpoint).ToString().TrimEnd('/');
        var address = $"ada@{DomainOf(settings)}";
        var width = outputs.Max(output => output.OutputKey.Length);
        var table = string.Join(
            '\n', outputs.OrderBy(output => output.OutputKey, StringComparer.Ordinal)
                .Select(output => $"  {output.OutputKey.PadRight(width)}  {output.OutputValue}"));
        var confirm = settings is { OrganizationDomain: not null, AutoConfirmDomain: true }
            ? string.Empty
            : target.Kind is AwsKind.Account
                ? ConfirmByCli(ValueOf(outputs, "UserPoolId"), address)
                : ConfirmByCurl(endpoint, ValueOf(outputs, "UserPoolId"), address);
        return $$$"""

            BedrockGateway is up. Ctrl-C stops it.

              Gateway       {{{gateway}}}/
            {{{PlaceOf(target, endpoint, ValueOf(outputs, "StackName"))}}}
              Test page     {{{aws.Page}}}   (send events; see functions, API, users and stacks){{{StateOf(aws)}}}

            Outputs of the stack (RestAPIEndpoint is where AWS would serve it; here it is the gateway above):

            {{{table}}}{{{unenforced.Text}}}

            Try it:

              GATEWAY={{{gateway}}}
            {{{(settings.PreventUserExistenceErrors ? KeyOfToken(address, confirm) : KeyOfReply(address, confirm))}}}
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY"
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY" \
                -d '{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}'

            """;
    }

    private static string KeyOfReply(string address, string confirm) => $$$"""
          KEY=$(curl -s $GATEWAY/register \
            -d '{"email":"{{{address}}}","password":"Passw0rd!","fullname":"Ada Lovelace"}' \
            | node -p 'JSON.parse(require("fs").readFileSync(0)).data["API Key"]'){{{confirm}}}
        {{{Token(address)}}}
        """;

    // A registration that does not tell whether there was somebody before does not tell the key either.
    private static string KeyOfToken(string address, string confirm) => $$$"""
          curl -s $GATEWAY/register \
            -d '{"email":"{{{address}}}","password":"Passw0rd!","fullname":"Ada Lovelace"}'{{{confirm}}}
        {{{Token(address)}}}
          KEY=$(node -p 'JSON.parse(atob(process.argv[1].split(".")[1]))["custom:api_key"]' $TOKEN)
        """;

    private static string Token(string address) => $$$"""
          TOKEN=$(curl -s $GATEWAY/login -d '{"email":"{{{address}}}","password":"Passw0rd!"}' \
            | node -p 'JSON.parse(require("fs").readFileSync(0)).IdToken')
        """;

    private static string DomainOf(GatewaySettings settings)
    {
        var domain = (settings.OrganizationDomain ?? "example.com").Split(',')[0];
        return domain.Replace("*.", "mail.", StringComparison.Ordinal);
    }

    private static string StateOf(LocalAws.LocalAws aws) => aws.DataFolder is { } folder
        ? $"\n  State         {folder}   (users, keys, the stack; --fresh starts without)"
        : string.Empty;

    private static string PlaceOf(AwsTarget target, string endpoint, string stack) => target.Kind switch
    {
        AwsKind.Account =>
            $"  AWS account   stack {stack} in {target.Region.SystemName}, which stays until you destroy it",
        AwsKind.Endpoint => $"  AWS endpoint  {endpoint}   (stack {stack}, which stays until you destroy it)",
        _ => $"  AWS endpoint  {endpoint}   (AWS_ENDPOINT_URL for any AWS SDK or CLI)",
    };

    // Without a domain nobody is confirmed at once, and login would refuse the new user.
    private static string ConfirmByCurl(string endpoint, string poolId, string address) => $$$"""

              curl -s {{{endpoint}}} -H 'X-Amz-Target: AWSCognitoIdentityProviderService.AdminConfirmSignUp' \
                -d '{"UserPoolId":"{{{poolId}}}","Username":"{{{address}}}"}'
            """;

    private static string ConfirmByCli(string poolId, string address) =>
        $"\n  aws cognito-idp admin-confirm-sign-up --user-pool-id {poolId} --username {address}";

    private static string ValueOf(IEnumerable<Output> outputs, string key) =>
        outputs.First(output => output.OutputKey == key).OutputValue;
}
