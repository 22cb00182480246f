using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

/// <summary>Resources that watch and protect a stack: what they refer to, and what is refused.</summary>
public sealed class ServiceResourceTests
{
    private const string Visibility =
        """{ "MetricName": "m", "CloudWatchMetricsEnabled": true, "SampledRequestsEnabled": true }""";

    [Fact]
    public async Task MonitoredAndProtectedStack_ComesAndGoes()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            $$"""
            {
              "Resources": {
                "Api": { "Type": "AWS::ApiGateway::RestApi", "Properties": { "Name": "api" } },
                "Method": {
                  "Type": "AWS::ApiGateway::Method",
                  "Properties": {
                    "RestApiId": { "Ref": "Api" }, "ResourceId": { "Fn::GetAtt": ["Api", "RootResourceId"] },
                    "HttpMethod": "GET", "AuthorizationType": "NONE", "Integration": { "Type": "MOCK" }
                  }
                },
                "Deployment": {
                  "Type": "AWS::ApiGateway::Deployment", "DependsOn": "Method",
                  "Properties": { "RestApiId": { "Ref": "Api" } }
                },
                "Stage": {
                  "Type": "AWS::ApiGateway::Stage",
                  "Properties": {
                    "RestApiId": { "Ref": "Api" }, "DeploymentId": { "Ref": "Deployment" }, "StageName": "prod"
                  }
                },
                "Acl": {
                  "Type": "AWS::WAFv2::WebACL",
                  "Properties": {
                    "Scope": "REGIONAL", "DefaultAction": { "Allow": {} }, "VisibilityConfig": {{Visibility}},
                    "Rules": [
                      {
                        "Name": "common", "Priority": 0, "OverrideAction": { "None": {} },
                        "VisibilityConfig": {{Visibility}},
                        "Statement": {
                          "ManagedRuleGroupStatement": { "VendorName": "AWS", "Name": "AWSManagedRulesCommonRuleSet" }
                        }
                      },
                      {
                        "Name": "rate", "Priority": 1, "Action": { "Block": {} }, "VisibilityConfig": {{Visibility}},
                        "Statement": { "RateBasedStatement": { "Limit": 100, "AggregateKeyType": "IP" } }
                      }
                    ]
                  }
                },
                "Association": {
                  "Type": "AWS::WAFv2::WebACLAssociation",
                  "Properties": {
                    "ResourceArn": {
                      "Fn::Sub": "arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}"
                    },
                    "WebACLArn": { "Fn::GetAtt": ["Acl", "Arn"] }
                  }
                },
                "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "DisplayName": "alarms" } },
                "Mail": {
                  "Type": "AWS::SNS::Subscription",
                  "Properties": { "TopicArn": { "Ref": "Topic" }, "Protocol": "email", "Endpoint": "ops@example.com" }
                },
                "Log": { "Type": "AWS::Logs::LogGroup", "Properties": { "RetentionInDays": 30 } },
                "Filter": {
                  "Type": "AWS::Logs::MetricFilter",
                  "Properties": {
                    "LogGroupName": { "Ref": "Log" }, "FilterPattern": "{ $.status = 429 }",
                    "MetricTransformations": [
                      { "MetricName": "Throttled", "MetricNamespace": "Gateway", "MetricValue": "1" }
                    ]
                  }
                },
                "Rate": {
                  "Type": "AWS::CloudWatch::Alarm",
                  "Properties": {
                    "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 5, "Threshold": 1,
                    "AlarmActions": [{ "Ref": "Topic" }],
                    "Metrics": [
                      { "Id": "rate", "Expression": "100 * errors / FILL(count, 1)", "Label": "5XX in percent" },
                      {
                        "Id": "errors", "ReturnData": false,
                        "MetricStat": { "Period": 60, "Stat": "Sum", "Metric": { "MetricName": "5XXError" } }
                      },
                      {
                        "Id": "count", "ReturnData": false,
                        "MetricStat": { "Period": 60, "Stat": "Sum", "Metric": { "MetricName": "Count" } }
                      }
                    ]
                  }
                },
                "Board": {
                  "Type": "AWS::CloudWatch::Dashboard",
                  "Properties": { "DashboardName": "gateway", "DashboardBody": "{\"widgets\":[]}" }
                }
              },
              "Outputs": {
                "Acl": { "Value": { "Ref": "Acl" } }, "AclArn": { "Value": { "Fn::GetAtt": ["Acl", "Arn"] } },
                "Association": { "Value": { "Ref": "Association" } },
                "Topic": { "Value": { "Ref": "Topic" } },
                "TopicName": { "Value": { "Fn::GetAtt": ["Topic", "TopicName"] } },
                "Mail": { "Value": { "Ref": "Mail" } }, "Filter": { "Value": { "Ref": "Filter" } },
                "Alarm": { "Value": { "Fn::GetAtt": ["Rate", "Arn"] } }, "Board": { "Value": { "Ref": "Board" } }
              }
            }
            """);

        Assert.True(status == "CREATE_COMPLETE", string.Join('\n', await lab.EventsAsync()));
        var outputs = (await lab.DescribeAsync("lab")).Descendants("Outputs").Single().Elements("member")
            .ToDictionary(output => (string)output.Element("OutputKey")!, Value);
        const string Id = "[0-9a-f-]{36}";
        Assert.Matches($@"^lab-Acl-[A-Z0-9]{{12}}\|{Id}\|REGIONAL$", outputs["Acl"]);
        Assert.Matches(
            $"^arn:aws:wafv2:us-east-1:000000000000:regional/webacl/lab-Acl-[A-Z0-9]{{12}}/{Id}$", outputs["AclArn"]);
        Assert.EndsWith($"/stages/prod|{outputs["AclArn"]}", outputs["Association"], StringComparison.Ordinal);
        Assert.Equal($"arn:aws:sns:us-east-1:000000000000:{outputs["TopicName"]}", outputs["Topic"]);
        Assert.Matches($"^{outputs["Topic"]}:{Id}$", outputs["Mail"]);
        Assert.Matches("^lab-Filter-[A-Z0-9]{12}$", outputs["Filter"]);
        Assert.Matches("^arn:aws:cloudwatch:us-east-1:000000000000:alarm:lab-Rate-[A-Z0-9]{12}$", outputs["Alarm"]);
        Assert.Equal("gateway", outputs["Board"]);
        Assert.Equal("DELETE_COMPLETE", await lab.DeleteAsync());
    }

    [Theory]
    [InlineData(
        "AWS::CloudWatch::Alarm",
        """{"ComparisonOperator":"Above","EvaluationPeriods":1}""",
        "Properties validation failed: #/ComparisonOperator: Above is not a valid enum value")]
    [InlineData(
        "AWS::CloudWatch::Alarm",
        """
        {"ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":1,"MetricName":"m","Namespace":"n","Period":60}
        """,
        "Exactly one of Statistic and ExtendedStatistic must be specified.")]
    [InlineData(
        "AWS::CloudWatch::Alarm",
        """
        {"ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":1,
         "Metrics":[{"Id":"a","Expression":"1"},{"Id":"b","Expression":"a + 1"}]}
        """,
        "Exactly one element of the metrics list should return data.")]
    [InlineData(
        "AWS::CloudWatch::Alarm",
        """
        {"ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":1,
         "Metrics":[{"Id":"a","Expression":"IF(b > 1, 0, 1)"}]}
        """,
        "Invalid metrics list: the expression 'IF(b > 1, 0, 1)' uses the unknown id 'b'.")]
    [InlineData(
        "AWS::CloudWatch::Dashboard",
        """{"DashboardBody":"[]"}""",
        "The dashboard body is invalid: it must be JSON with widgets.")]
    [InlineData(
        "AWS::Logs::LogGroup",
        """{"RetentionInDays":8}""",
        "Properties validation failed: #/RetentionInDays: 8 is not a valid enum value")]
    [InlineData(
        "AWS::Logs::MetricFilter",
        """
        {"LogGroupName":"absent","FilterPattern":"","MetricTransformations":[
         {"MetricName":"m","MetricNamespace":"n","MetricValue":"1"}]}
        """,
        "The specified log group does not exist.")]
    [InlineData(
        "AWS::SNS::Subscription",
        """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Protocol":"email","Endpoint":"ops@example.com"}""",
        "Topic does not exist")]
    [InlineData(
        "AWS::SNS::Subscription",
        """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Protocol":"email","Endpoint":"ops"}""",
        "Invalid parameter: Email address")]
    [InlineData(
        "AWS::SNS::Subscription",
        """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Protocol":"pigeon","Endpoint":"loft"}""",
        "Invalid parameter: Amazon SNS does not support this protocol string: pigeon")]
    [InlineData(
        "AWS::WAFv2::WebACL",
        """{"Scope":"REGIONAL","DefaultAction":{},"VisibilityConfig":{}}""",
        "Error reason: exactly one of Allow, Block is needed., field: DEFAULT_ACTION")]
    [InlineData(
        "AWS::WAFv2::WebACLAssociation",
        """{"ResourceArn":"arn:aws:apigateway:us-east-1::/restapis/absent/stages/prod","WebACLArn":"arn"}""",
        "AWS WAF couldn’t perform the operation because your resource doesn’t exist.")]
    public async Task ResourceThatAwsRefuses_FailsTheStackWithItsReason(string type, string properties, string reason)
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            $$$"""{ "Resources": { "A": { "Type": "{{{type}}}", "Properties": {{{properties}}} } } }""");

        Assert.Equal("ROLLBACK_COMPLETE", status);
        Assert.Contains($"A CREATE_FAILED {reason}", await lab.EventsAsync());
    }

    [Fact]
    public async Task RuleOfAWebAcl_NeedsWhatItsKindTakes()
    {
        await using var lab = await StackLab.StartAsync();

        await lab.CreateAsync(
            $$"""
            {
              "Resources": {
                "Acl": {
                  "Type": "AWS::WAFv2::WebACL",
                  "Properties": {
                    "Scope": "REGIONAL", "DefaultAction": { "Allow": {} }, "VisibilityConfig": {{Visibility}},
                    "Rules": [{
                      "Name": "rate", "Priority": 1, "Action": { "Block": {} }, "VisibilityConfig": {{Visibility}},
                      "Statement": { "RateBasedStatement": { "Limit": 9, "AggregateKeyType": "IP" } }
                    }]
                  }
                }
              }
            }
            """);

        Assert.Contains(
            "Acl CREATE_FAILED Error reason: rule rate must have an aggregate key and a limit from 10., "
            + "field: RATE_BASED_STATEMENT",
            await lab.EventsAsync());
    }

    [Theory]
    [InlineData("\"DeletionPolicy\": \"Delete\",", "DELETE_FAILED")]
    [InlineData("\"DeletionPolicy\": \"Retain\",", "DELETE_COMPLETE")]
    public async Task ProtectedUserPool_OutlivesItsStack(string policy, string expected)
    {
        const string Refusal =
            "The user pool cannot be deleted because deletion protection is activated. "
            + "Deletion protection must be inactivated first.";
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            $$"""
            {
              "Resources": {
                "Pool": {
                  "Type": "AWS::Cognito::UserPool", {{policy}} "UpdateReplacePolicy": "Retain",
                  "Properties": {
                    "DeletionProtection": "ACTIVE",
                    "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER", "From": "a@b.c", "SourceArn": "arn" }
                  }
                }
              }
            }
            """);
        var id = await lab.IdAsync("lab");

        Assert.Equal(expected, await lab.DeleteAsync());

        var poolId = (string)(await lab.Client.CallAsync("DescribeStackResources", ("StackName", id)))
            .Descendants("PhysicalResourceId").Single()!;
        Assert.Equal(
            expected == "DELETE_FAILED"
                ? [$"Pool DELETE_FAILED {poolId} {Refusal}"]
                : new[] { $"Pool DELETE_SKIPPED {poolId}" },
            (await lab.EventsAsync(id)).Where(line => line.Contains(" DELETE_FAILED ", StringComparison.Ordinal)
                || line.Contains("DELETE_SKIPPED", StringComparison.Ordinal))
                .Where(line => line.StartsWith("Pool", StringComparison.Ordinal)));
    }

    private static string Value(XElement output) => (string)output.Element("OutputValue")!;
}
