using Amazon.CloudFormation.Model;

namespace BedrockGateway.AppHost;

/// <summary>What is printed once everything answers: addresses, outputs, and the lines to try.</summary>
internal static class WelcomeText
{
    /// <param name="aws">What runs.</param>
    /// <param name="outputs">Outputs of the stack.</param>
    /// <param name="domain">The only domain that may register; <see langword="null"/> for any, unconfirmed.</param>
    public static string Of(LocalAws.LocalAws aws, IReadOnlyCollection<Output> outputs, string? domain)
    {
        var gateway = $"http://localhost:{aws.Gateway.Port}/{ValueOf(outputs, "StageName")}";
        var endpoint = aws.Endpoint.ToString().TrimEnd('/');
        var address = $"ada@{domain ?? "example.com"}";
        var width = outputs.Max(output => output.OutputKey.Length);
        var table = string.Join(
            '\n', outputs.OrderBy(output => output.OutputKey, StringComparer.Ordinal)
                .Select(output => $"  {output.OutputKey.PadRight(width)}  {output.OutputValue}"));
        var confirm = ConfirmLine(domain, endpoint, ValueOf(outputs, "UserPoolId"), address);
        return $$$"""

            BedrockGateway is up. Ctrl-C stops it.

              Gateway       {{{gateway}}}/
              AWS endpoint  {{{endpoint}}}   (AWS_ENDPOINT_URL for any AWS SDK or CLI)
              Test page     {{{aws.Page}}}   (send events; see functions, API, users and stacks)

            Outputs of the stack (RestAPIEndpoint is where AWS would serve it; here it is the gateway above):

            {{{table}}}

            Try it:

              GATEWAY={{{gateway}}}
              KEY=$(curl -s $GATEWAY/register \
                -d '{"email":"{{{address}}}","password":"Passw0rd!","fullname":"Ada Lovelace"}' \
                | node -p 'JSON.parse(require("fs").readFileSync(0)).data["API Key"]'){{{confirm}}}
              TOKEN=$(curl -s $GATEWAY/login -d '{"email":"{{{address}}}","password":"Passw0rd!"}' \
                | node -p 'JSON.parse(require("fs").readFileSync(0)).IdToken')
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY"
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY" \
                -d '{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}'

            """;
    }

    // Without a domain nobody is confirmed at once, and login would refuse the new user.
    private static string ConfirmLine(string? domain, string endpoint, string poolId, string address) =>
        domain is not null
            ? string.Empty
            : $$$"""

                  curl -s {{{endpoint}}} -H 'X-Amz-Target: AWSCognitoIdentityProviderService.AdminConfirmSignUp' \
                    -d '{"UserPoolId":"{{{poolId}}}","Username":"{{{address}}}"}'
                """;

    private static string ValueOf(IEnumerable<Output> outputs, string key) =>
        outputs.First(output => output.OutputKey == key).OutputValue;
}
